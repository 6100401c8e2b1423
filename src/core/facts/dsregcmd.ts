import { defineProbe } from '../engine/probe.ts'
import { readDsregcmdStatus } from '../readers/dsregcmd-status.ts'

/** What `dsregcmd /status` says about this PC and about the account that asked. */
export const dsregcmd = defineProbe({
  id: 'dsregcmd',
  commands: ['dsregcmd-status'],
  read: ({ recording }) => {
    const output = recording.output('dsregcmd-status')
    return output.ok ? readDsregcmdStatus(output.value.text) : output
  },
})
