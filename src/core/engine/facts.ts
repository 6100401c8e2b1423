import type { Facts } from '../../shared/report.ts'
import { askingUser } from '../facts/asking-user.ts'
import { keyListAbility } from '../facts/domain-controller.ts'
import { join } from '../facts/join.ts'
import { operatingSystem } from '../facts/operating-system.ts'
import { pku2uSetting } from '../facts/pku2u-setting.ts'
import { restartMemory } from '../facts/restart.ts'
import { dword } from '../facts/values.ts'
import { mostWorkAccounts, workAccounts } from '../facts/work-accounts.ts'
import { workplaceJoinPolicy } from '../facts/workplace-join-policy.ts'
import type { Recording } from '../recording/recording.ts'
import { isUnfinished } from './journal.ts'
import { ownerOf } from './owner.ts'
import type { Ask } from './probe.ts'

/** The facts that every report carries under fixed names. What could not be read is null or `unknown`. */
export const factsOf = (recording: Recording, ask: Ask): Facts => {
  const joined = ask(join)
  const os = ask(operatingSystem)
  const setting = ask(pku2uSetting)
  const accounts = ask(workAccounts)
  const user = ask(askingUser)
  const keyList = ask(keyListAbility)
  const memory = ask(restartMemory)
  const blocked = ask(workplaceJoinPolicy)
  const owner = ownerOf(ask)
  return {
    join: {
      state: joined.ok ? joined.value.state : 'unknown',
      deviceAuth: joined.ok ? joined.value.deviceAuth : 'unknown',
    },
    tenant: { id: joined.ok ? joined.value.tenantId : null, name: joined.ok ? joined.value.tenantName : null },
    os: {
      build: os.ok ? os.value.build : null,
      isServer: os.ok ? os.value.isServer : null,
      edition: os.ok ? os.value.edition : null,
      name: os.ok ? os.value.name : null,
    },
    pku2u: {
      value: setting.ok ? setting.value.value : null,
      state: setting.ok ? setting.value.state : 'unknown',
      owner: owner.kind,
      ownerName: owner.name,
    },
    workAccounts: accounts.ok ? accounts.value.accounts : [],
    workAccountPlaces: {
      used: accounts.ok && accounts.value.isCounted ? accounts.value.used : null,
      limit: mostWorkAccounts,
      addingBlocked: blocked.ok ? (dword(blocked.value) === 1 ? 'yes' : 'no') : 'unknown',
    },
    user: {
      upn: user.ok ? user.value.upn : null,
      name: user.ok ? user.value.name : null,
      asSessionUser: user.ok ? user.value.asSessionUser : 'unknown',
    },
    domainController: { keyList: keyList.ok ? keyList.value.keyList : 'unknown' },
    restart: {
      due: memory.ok && memory.value.due === true,
      bootedAt: recording.machine.bootedAt,
      changedAt: memory.ok ? memory.value.newest : null,
    },
    interruptedChanges: [...new Set(recording.journal.filter(isUnfinished).map(({ id }) => id))],
    host: { name: recording.machine.hostName },
  }
}
