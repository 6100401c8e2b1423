import { domainVerdicts } from '../../core/checks/security-key.kerberos-server/domain-verdict.ts'
import { allRules } from '../../core/guides/registry.ts'
import { readAs } from '../../core/readers/read-capture.ts'
import { ok } from '../../shared/result.ts'
import type { Handlers } from './dispatch.ts'

type Name = 'rules' | 'readKerberosServer'

/** What the product knows without a machine. */
export const ruleHandlers: Pick<Handlers, Name> = {
  rules: async () => ok(allRules),

  readKerberosServer: async ({ text, at }) => {
    const read = readAs('kerberos-server', text)
    return read.ok ? ok(domainVerdicts(read.value, new Date(at))) : read
  },
}
