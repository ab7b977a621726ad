import './styles.css'
import 'virtual:theme.css'
import { createRoot } from 'react-dom/client'
import { followNewerBuild } from './frame/newer-build.ts'
import { loadMessages, preferredLanguage } from './messages/languages.ts'
import { Office } from './office.tsx'

followNewerBuild()
const language = preferredLanguage()
document.documentElement.lang = language
const messages = await loadMessages(language)
const place = document.getElementById('office')
if (place) createRoot(place).render(<Office first={{ language, messages }} />)
// Only what says that the house is away; public/worker.js tells what it keeps.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void navigator.serviceWorker.register('/office/worker.js', { scope: '/office/' })
