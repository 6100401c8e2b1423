import { fail, ok, type Result } from './result.ts'

const upnForm = /^[^\s@\\/"[\]:;|=,+*?<>]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.(?!$)|$))+$/i
/** More than any directory takes. */
const longest = 255
/** They come with text that was copied from elsewhere. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/u
const prefixForm = /^(?:\.\\)?(?:azuread|entraid)\\(.+)$/i

/**
 * The bare UPN in any form a person types: `user@domain`, `AzureAD\user@domain`, `.\AzureAD\user@domain`.
 * `EntraID\…` stands in a renamed article but no Windows build is known to take it, so it is understood and turned
 * into the same UPN. Source: "Connect to remote Microsoft Entra joined device",
 * https://learn.microsoft.com/windows/client-management/client-tools/connect-to-remote-aadj-pc
 */
export const parseAccount = (text: string): Result<string> => {
  const trimmed = text.trim()
  const upn = prefixForm.exec(trimmed)?.[1] ?? trimmed
  if (invisible.test(upn))
    return fail('invalid-input', 'There is a character in it that cannot be seen. Type it instead of copying it.')
  if (upn.length <= longest && upnForm.test(upn)) return ok(upn)
  if (trimmed.includes('\\'))
    return fail(
      'invalid-input',
      'Use the work e-mail address, such as adele@contoso.com; DOMAIN\\user does not work here.',
    )
  return fail('invalid-input', 'This is not a work e-mail address such as adele@contoso.com.')
}

/** The form the Remote Desktop sign-in dialog wants for the PKU2U path. */
export const windowsForm = (upn: string): string => `AzureAD\\${upn}`
