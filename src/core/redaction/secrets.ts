/** What must never be in a bundle, wherever it stands; nothing of it is kept, not even a token that it could be told by. */
export const removed = '[secret removed]'

const shapes: readonly RegExp[] = [
  // Cookies that hold a sign-in, with or without the header in front.
  /\b(?:x-ms-RefreshTokenCredential\d*|x-ms-DeviceCredential\d*|ESTSAUTH(?:PERSISTENT|LIGHT)?|SignInStateCookie|buid|fpc|rtFa|FedAuth)\s*[=:]\s*([^\s;,"'<>&]{6,})/gi,
  /\b(?:Set-)?Cookie\s*:\s*([^\r\n"<>]{4,})/gi,
  /\bAuthorization\s*:\s*(?:Bearer|Basic|Negotiate|NTLM|PoP)\s+([\w.+/=~-]{8,})/gi,
  /\bBearer\s+(?=\S*\d)([\w.+/=~-]{12,})/gi,
  // The password of an .rdp file.
  /\bpassword\s+51:b:([0-9a-f]{2,})/gi,
  /\b(?:(?:primary_?)?refresh_?token|access_?token|id_?token|client_?secret|client_?assertion|assertion|prt|session[ _]?key|password|passwd|pwd)["']?\s*[=:]\s*["']?([^\s"'<>&,;]{6,})/gi,
  /\b(?:password|passwd|pwd)["']?\s*[=:]\s*"([^"\r\n<>]{6,})"/gi,
  // An element or a piece of event data that is called so.
  /\b(?:password|passwd|pwd)["']?>([^<>\r\n]{4,})</gi,
  // Refresh tokens and authorization codes of Microsoft Entra ID.
  /\b([01]\.A[\w-]{50,})/g,
  // Whole, or cut off somewhere.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:([\s\S]{1,8000}?)-----END [A-Z ]*PRIVATE KEY-----|((?:(?:\s|\\[rn])*[\w+/=]{12,})+))/g,
  // What unlocks a drive: eight groups of digits.
  /(?<![\d-])(\d{6}(?:-\d{6}){7})(?![\d-])/g,
]

// With the `+` and `/` that only other base64 has: half of such a text says nothing of what it is.
const jwt = /(?<![A-Za-z0-9+])eyJ[\w+/-]{8,}={0,2}(?:\.[\w-]*){0,4}/g
const ofToken = /"(?:alg|enc|typ|kid|x5t|nonce|ctx|refresh_token|access_token|tbidv?2?|is_primary|request_nonce)"/i

/** `SettingsUrl` is JSON in base64 as well, and so begins like a token: it is one only when it says so, or says nothing. */
const isToken = (text: string): boolean => {
  if (text.includes('.')) return true
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  try {
    const value: unknown = JSON.parse(decoded.replace(/\0+$/, ''))
    return typeof value !== 'object' || ofToken.test(decoded)
  } catch {
    return true
  }
}

export interface Secret {
  readonly start: number
  readonly end: number
}

/** Where secrets stand. What is already removed is not found again. */
export const secretsIn = (text: string): readonly Secret[] => {
  const found: Secret[] = []
  if (text.includes('eyJ'))
    for (const match of text.matchAll(jwt))
      if (isToken(match[0])) found.push({ start: match.index, end: match.index + match[0].length })
  for (const shape of shapes)
    for (const match of text.matchAll(shape)) {
      const value = match[1] ?? match[2] ?? match[0]
      if (
        value.includes('[secret') ||
        /^(?:null|true|false|none|not|required|expired|incorrect|invalid|changed?|reset|policy|must|was|has|%%\d+|\*+)\b/i.test(
          value,
        )
      )
        continue
      const start = match.index + match[0].lastIndexOf(value)
      found.push({ start, end: start + value.length })
    }
  return found
}
