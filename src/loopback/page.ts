import { bridgePath } from './protocol.ts'

/**
 * The one difference between the page in Electron and the page here: it may talk to the server it came from,
 * and its bridge is a script of its own that runs before anything else.
 */
export const forLoopback = async (answer: Response): Promise<Response> => {
  const headers = new Headers(answer.headers)
  const policy = headers.get('content-security-policy') ?? ''
  headers.set('content-security-policy', policy.replace("connect-src 'none'", "connect-src 'self'"))
  const { status } = answer
  if (!headers.get('content-type')?.startsWith('text/html')) return new Response(answer.body, { status, headers })
  const html = (await answer.text()).replace('<head>', `<head><script src="${bridgePath}"></script>`)
  return new Response(html, { status, headers })
}
