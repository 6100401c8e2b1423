import { defineCheck } from '../../engine/define-check.ts'
import { askingUser } from '../../facts/asking-user.ts'
import { pages } from '../links.ts'

const rerun = 'Start PKU2U Doctor as the person at the screen, without another administrator’s password.'

export const contextUser = defineCheck({
  id: 'context.user',
  title: 'User who asked',
  why: 'Work accounts and sign-in state belong to whoever asks. Asked as somebody else, Windows answers for that person.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.dsregcmd],
  needs: { user: askingUser },
  judge: ({ user }) => {
    const evidence = [
      {
        source: 'machine',
        where: 'signed-in session',
        what: `Asked as ${user.name ?? 'an unnamed account'} (${user.sid ?? 'no SID'}); the session belongs to ${user.sessionUserSid ?? 'nobody'}.`,
      },
    ]
    if (user.asSessionUser === 'yes')
      return { status: 'pass', detail: `Windows answered for ${user.name ?? 'the signed-in user'}.`, evidence }
    if (user.askedAsComputer)
      return {
        status: 'unknown',
        detail: `The computer’s own account asked, so nothing is known about the person at the screen. ${rerun}`,
        evidence,
      }
    return user.asSessionUser === 'no'
      ? {
          status: 'unknown',
          detail: `${user.name ?? 'Another account'} asked, but somebody else is signed in. What Windows says about the user is not about that person. ${rerun}`,
          evidence,
        }
      : { status: 'unknown', detail: `It is not known who is signed in at the screen. ${rerun}`, evidence }
  },
})
