import { z } from 'zod'
import { paths, roles, tracks } from '../../shared/intent.ts'
import { fingerprintsShape } from '../recording/shape.ts'

const text = z.string().nullable().catch(null)
const yesNo = z.enum(['yes', 'no', 'unknown']).catch('unknown')

/** What a pair needs of report.json. Facts that are missing or strange are unknown; the answer itself must be there. */
export const reportShape = z.object({
  format: z.literal('pku2u-doctor/report@1'),
  createdAt: z.iso.datetime({ offset: true }),
  intent: z.object({
    role: z.enum(roles),
    track: z.enum(tracks),
    path: z.enum(paths),
    account: text,
    peer: text,
    domain: text,
  }),
  facts: z.object({
    join: z.object({
      state: z
        .enum([
          'entra-joined',
          'hybrid-joined',
          'domain-joined',
          'on-premises-drs-joined',
          'entra-registered',
          'workgroup',
          'unknown',
        ])
        .catch('unknown'),
      deviceAuth: z.enum(['success', 'disabled-or-deleted', 'untested', 'unknown']).catch('unknown'),
    }),
    tenant: z.object({ id: text }),
    os: z.object({
      build: z.int().nonnegative().nullable().catch(null),
      isServer: z.boolean().nullable().catch(null),
    }),
    pku2u: z.object({
      state: z.enum(['on', 'off', 'not-set', 'invalid', 'unknown']).catch('unknown'),
      owner: z.enum(['none', 'group-policy', 'mdm', 'unknown']).catch('unknown'),
    }),
    workAccounts: z.array(z.object({ email: text, tenantId: text })).catch([]),
    user: z.object({ upn: text, asSessionUser: yesNo }),
    restart: z.object({ due: z.boolean() }),
    host: z.object({ name: z.string().catch('') }).catch({ name: '' }),
  }),
  findings: z.array(
    z.object({
      id: z.templateLiteral([z.string().regex(/^[a-z0-9-]{1,40}$/), '.', z.string().regex(/^[a-z0-9-]{1,40}$/)]),
      status: z.enum(['pass', 'warn', 'fail', 'unknown', 'not-applicable']),
      fixes: z.array(z.string()).catch([]),
    }),
  ),
  verdict: z.object({
    state: z.enum(['ready', 'fixable', 'action', 'unsupported', 'managed', 'restart', 'unknown']),
  }),
  fingerprints: fingerprintsShape.nullish().catch(null),
})
