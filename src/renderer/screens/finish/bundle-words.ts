import type { BundleProgress, BundleSource, Replacement } from '../../../shared/bundle-preview.ts'

const kindWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  user: ['account or person', 'accounts and people'],
  host: ['PC', 'PCs'],
  domain: ['domain', 'domains'],
  tenant: ['tenant', 'tenants'],
  device: ['device', 'devices'],
  thumbprint: ['thumbprint', 'thumbprints'],
  key: ['key container', 'key containers'],
  site: ['site', 'sites'],
  unit: ['organizational unit', 'organizational units'],
  address: ['address', 'addresses'],
  subnet: ['subnet', 'subnets'],
  sid: ['security identifier', 'security identifiers'],
  id: ['other identifier', 'other identifiers'],
  secret: ['secret', 'secrets'],
}

/** For a column: Accounts and people. */
export const kindTitle = (kind: string): string => {
  const [, many] = (Object.hasOwn(kindWords, kind) ? kindWords[kind] : undefined) ?? [kind, kind]
  return `${many[0]?.toUpperCase() ?? ''}${many.slice(1)}`
}

/** 3 PCs, 1 tenant */
export const countsByKind = (replacements: readonly Replacement[]): string => {
  const counts = new Map<string, number>()
  for (const { kind } of replacements) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => {
      const [one, many] = (Object.hasOwn(kindWords, kind) ? kindWords[kind] : undefined) ?? [kind, kind]
      return `${count} ${count === 1 ? one : many}`
    })
    .join(', ')
}

export const bytesWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const progressWords = ({ phase, done, total, what }: BundleProgress): string => {
  switch (phase) {
    case 'asking':
      return 'Asking this PC …'
    case 'collecting':
      return `Collecting ${what} (${done + 1} of ${total}) …`
    case 'reading':
      return total === 0 ? 'Looking for names …' : `Looking for names: ${bytesWords(done)} of ${bytesWords(total)} …`
    case 'writing':
      return total === 0 ? 'Saving …' : `Saving: ${bytesWords(done)} of ${bytesWords(total)} …`
  }
}

/** How many of the sources answered; for one line under the choice. */
export const sourcesWords = (sources: readonly BundleSource[]): string => {
  const answered = sources.filter(({ outcome }) => outcome === 'ok').length
  return `${answered} of ${sources.length} event logs answered`
}
