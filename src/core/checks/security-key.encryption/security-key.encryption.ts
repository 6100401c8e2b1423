import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { encryptionTypes, isDomainController } from '../../facts/security-key.ts'
import { pages } from '../links.ts'

const aes256 = 0x10

export const securityKeyEncryption = defineCheck({
  id: 'security-key.encryption',
  title: 'Kerberos encryption types',
  why: 'Domain controllers must allow AES256_HMAC_SHA1 where the encryption types are limited. A value on this PC is this PC’s only.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.encryptionTypes, pages.securityKeys],
  needs: { types: encryptionTypes },
  considers: { controller: isDomainController },
  judge: ({ types }, { controller }): Judgement => {
    const evidence = [
      {
        source: 'registry',
        where: keys.kerberosPolicy,
        what:
          types === null ? 'SupportedEncryptionTypes is not set' : `SupportedEncryptionTypes = 0x${types.toString(16)}`,
      },
    ]
    if (types === null) return { status: 'pass', detail: 'Windows chooses the encryption types itself.', evidence }
    if ((types & aes256) !== 0) return { status: 'pass', detail: 'AES256 is allowed.', evidence }
    return controller.ok && controller.value
      ? {
          status: 'fail',
          detail: 'This domain controller does not allow AES256. Allow it in the policy for domain controllers.',
          evidence,
        }
      : {
          status: 'warn',
          detail: 'This PC does not allow AES256. It is the domain controllers that count: look at their policy.',
          evidence,
        }
  },
})
