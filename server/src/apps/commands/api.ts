import { readSettings } from '../../host/config/settings.ts'
import { runApi } from '../api.ts'
import type { Command } from '../command.ts'

export const api: Command = {
  name: 'api',
  summary: 'Serve pages and API, and nothing else',
  usage: '',
  description: [
    'One process: storefront, back office and API on PORT. "fondaco start" starts it for you; run it alone where a process supervisor of your own (systemd, a container) starts api and worker apart. Run "fondaco migrate" first.',
    'SIGTERM lets requests under way finish and ends within ten seconds.',
  ],
  options: {},
  examples: [
    { line: 'api', does: 'serves at http://localhost:4000' },
    {
      line: 'api   # with PORT=8080 HOST=0.0.0.0 TRUST_PROXY=yes',
      does: 'serves all addresses of the machine behind a proxy',
    },
  ],
  run: () => runApi(readSettings(process.env)),
}
