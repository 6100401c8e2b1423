import { checks } from '../../core/checks/registry.ts'
import { fixes } from '../../core/fixes/registry.ts'
import type { Verb } from '../verb.ts'

export const rules: Verb = {
  name: 'rules',
  usage: '',
  summary: 'lists every check and fix: id, title, why, links',
  options: [],
  words: [0, 0],
  run: async () => {
    const json = {
      checks: checks.map(({ id, title, why, roles, links }) => ({ id, title, why, roles, links })),
      fixes: fixes.map(({ id, title, cures, restart }) => ({ id, title, cures, restart })),
    }
    const text = [
      ...json.checks.map(
        ({ id, title, why, roles, links }) =>
          `${id}  ${title} (${roles.join(', ')})\n    ${why}\n${links.map(({ url }) => `    ${url}`).join('\n')}`,
      ),
      '',
      ...json.fixes.map(({ id, title }) => `${id}  ${title}`),
    ].join('\n')
    return { json, text, exitCode: 0 }
  },
}
