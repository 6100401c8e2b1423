import type { YesNo } from '../../shared/report.ts'
import type { AskingUser } from './asking-user.ts'
import type { Join } from './join.ts'
import { sameText } from './values.ts'

/** Whether the person at the screen signed in to Windows as `upn`. */
export const signedInAs = (user: AskingUser, upn: string): YesNo =>
  user.upn === null ? 'unknown' : sameText(user.upn, upn) ? 'yes' : 'no'

/** Without a join nobody can sign in to Windows with a Microsoft Entra account, known UPN or not. */
export const cannotBeSignedIn = (join: Join): boolean => join.state === 'entra-registered' || join.state === 'workgroup'

/** SIDs of Microsoft Entra accounts start like this: they hold the object id. */
export const isEntraSid = (sid: string | null): boolean => sid?.toUpperCase().startsWith('S-1-12-1-') === true
