import type { HandOverOrder } from '../../shared/hand-over.ts'
import { ok, type Result } from '../../shared/result.ts'
import { connectionFile } from './connection-file.ts'
import type { ExportFile } from './export-file.ts'
import { gpoInfExport } from './gpo-inf.ts'
import { intuneOmaUriExport } from './intune-oma-uri.ts'
import { intuneRemediationExport } from './intune-remediation.ts'
import { kerberosServerExport } from './kerberos-server/kerberos-server.ts'
import { powershellExport } from './powershell.ts'
import { regExport } from './reg.ts'
import { registrySetting } from './registry-setting.ts'

/** The files of one order. Pure: the same order gives the same bytes, and nothing is written. */
export const buildExport = (order: HandOverOrder): Result<readonly ExportFile[]> => {
  if (order.kind === 'kerberos-server') return kerberosServerExport(order)
  if (order.kind === 'connection-file') return connectionFile(order, null)
  const setting = registrySetting(order.fix, order.kind)
  if (!setting.ok) return setting
  switch (order.kind) {
    case 'powershell':
      return ok(powershellExport(setting.value))
    case 'reg':
      return ok(regExport(setting.value))
    case 'gpo-inf':
      return ok(gpoInfExport(setting.value))
    case 'intune-remediation':
      return ok(intuneRemediationExport(setting.value))
    case 'intune-oma-uri':
      return intuneOmaUriExport(setting.value)
  }
}
