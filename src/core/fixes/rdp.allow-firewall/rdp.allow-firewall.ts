import { ok } from '../../../shared/result.ts'
import { firewallGroup } from '../../changes/firewall-group.ts'
import { defineFix } from '../../engine/define-fix.ts'

/** The built-in group by its resource id, because its name is translated. */
export const rdpAllowFirewall = defineFix({
  id: 'rdp.allow-firewall',
  title: 'Let Remote Desktop through the firewall on domain and private networks',
  cures: ['rdp.firewall'],
  changes: () => ok([firewallGroup.make({ group: '@FirewallAPI.dll,-28752', profiles: ['Domain', 'Private'] })]),
})
