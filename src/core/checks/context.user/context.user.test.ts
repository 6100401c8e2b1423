import { askedAsOther, rowsOf } from '../../../../test/kit/judged.ts'

rowsOf('context.user', [
  ['asked as the user of the session', {}, {}, 'pass'],
  ['SIDs compare without case', { user: { sid: 's-1-12-1-3237998081-1182278469-4041129114-2018915346' } }, {}, 'pass'],
  ['asked as another administrator', askedAsOther, {}, 'unknown'],
  ['nobody is signed in at the screen', { user: { sessionUserSid: null } }, {}, 'unknown'],
  ['the asking account has no SID', { user: { sid: null } }, {}, 'unknown'],
  [
    'the computer’s own account asked',
    {
      dsregcmd: (text) => text.replace(/(Executing Account Name : ).*/, '$1CORP\\PC-0417$, PC-0417$@corp.contoso.com'),
    },
    {},
    'unknown',
  ],
  ['dsregcmd did not answer', { outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'pass'],
])
