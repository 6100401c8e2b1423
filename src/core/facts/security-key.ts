import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { type KlistCloudDebug, readKlistCloudDebug } from '../readers/klist-cloud-debug.ts'
import { readAs } from '../readers/read-capture.ts'
import type { KeyPath } from '../recording/recording.ts'
import { keys } from './keys.ts'
import { dwordIfSet, sameText, text } from './values.ts'

const numberAt = (id: string, key: KeyPath, name: string) =>
  defineProbe<number | null>({
    id,
    keys: [key],
    read: ({ recording }) => {
      const found = recording.registry.value(key, name)
      return found.ok ? dwordIfSet(name, found.value) : found
    },
  })

/** Non-zero lets security keys sign in; set by Group Policy. */
export const groupPolicySignIn = numberAt('group-policy-sign-in', keys.fidoPolicy, 'EnableFIDODeviceLogon')
/** 1 lets security keys sign in; set by MDM. */
export const mdmSignIn = numberAt('mdm-sign-in', keys.securityKeyMdm, 'UseSecurityKeyForSignin')
/** Bits: 0x4 RC4, 0x8 AES128, 0x10 AES256; null leaves Windows' own choice. */
export const encryptionTypes = numberAt('encryption-types', keys.kerberosPolicy, 'SupportedEncryptionTypes')
/** 0 leaves NTLM resources out of the sign-in. */
export const ntlmOverride = numberAt('ntlm-override', keys.kerberosParameters, 'KeyListReqSupportOverride')

/** `ProductType` is LanmanNT on a domain controller, ServerNT on other servers, WinNT on clients. */
export const isDomainController = defineProbe<boolean>({
  id: 'is-domain-controller',
  keys: [keys.productOptions],
  read: ({ recording }) => {
    const type = recording.registry.value(keys.productOptions, 'ProductType')
    return type.ok ? ok(text(type.value)?.toLowerCase() === 'lanmannt') : type
  },
})

/** Tickets of the account that asks: `klist` shows those of its own sign-in only. */
export const cloudKerberos = defineProbe({
  id: 'cloud-kerberos',
  commands: ['klist-cloud-debug'],
  read: ({ recording }) => {
    const output = recording.output('klist-cloud-debug')
    return output.ok ? readKlistCloudDebug(output.value.text) : output
  },
})

/** What klist names as the credential of this sign-in, from its own labels; a public key is a security key or Hello. */
export const credentialOf = ({ lines }: KlistCloudDebug): 'password' | 'public-key' | 'unknown' => {
  const is = (label: string) => Object.entries(lines).some(([name, value]) => sameText(name, label) && value === 1)
  const byPassword = is('Password-derived Keys Present') || is('Plaintext Password Present')
  const byKey = is('Public Key Credential Present')
  return byKey === byPassword ? 'unknown' : byKey ? 'public-key' : 'password'
}

/** What somebody pasted of `Get-AzureADKerberosServer`; null when nobody did. */
export const pastedKerberosServer = defineProbe({
  id: 'pasted-kerberos-server',
  read: ({ recording }) => {
    const pasted = recording.input('kerberos-server.txt')
    return pasted === null ? ok(null) : readAs('kerberos-server', pasted)
  },
})
