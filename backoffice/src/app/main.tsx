import './styles.css'
import 'virtual:theme.css'
import { createRoot } from 'react-dom/client'
import { followNewerBuild } from './frame/newer-build.ts'
import { cleanDeviceLanguages } from './messages/device-languages.ts'
import { preferredLanguage } from './messages/languages.ts'
import { speakIn } from './messages/words.ts'
import { Office } from './office.tsx'

cleanDeviceLanguages()
followNewerBuild()
const language = preferredLanguage()
document.documentElement.lang = language
const first = await speakIn(language)
const place = document.getElementById('office')
if (place) createRoot(place).render(<Office first={first} />)
// Only what says that the house is away; public/worker.js tells what it keeps.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void navigator.serviceWorker.register('/office/worker.js', { scope: '/office/' })
