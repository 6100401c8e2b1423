import { defineProbe } from '../engine/probe.ts'
import { keys } from './keys.ts'

/** `BlockAADWorkplaceJoin` = 1 stops users from adding work accounts. https://learn.microsoft.com/entra/identity/devices/faq */
export const workplaceJoinPolicy = defineProbe({
  id: 'workplace-join-policy',
  keys: [keys.workplaceJoinPolicy],
  read: ({ recording }) => recording.registry.value(keys.workplaceJoinPolicy, 'BlockAADWorkplaceJoin'),
})
