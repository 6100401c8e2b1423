import { refused, rowsOf, sz } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const files = {
  [keys.sessionManager]: { values: { PendingFileRenameOperations: ['REG_MULTI_SZ', ['a', '']] } },
} as const

rowsOf('restart.pending', [
  ['no sign', {}, {}, 'pass'],
  ['Component Based Servicing', { registry: { [keys.rebootPending]: {} } }, {}, 'warn'],
  ['Windows Update', { registry: { [keys.rebootRequired]: { values: {} } } }, {}, 'warn'],
  [
    'a new computer name',
    { registry: { [keys.computerName]: { values: { ComputerName: sz('PC-NEW') } } } },
    {},
    'warn',
  ],
  [
    'the same name in another case',
    { registry: { [keys.computerName]: { values: { ComputerName: sz('pc-0417') } } } },
    {},
    'pass',
  ],
  ['file renames alone', { registry: files }, {}, 'pass'],
  ['one sign refused', { registry: { [keys.rebootRequired]: refused } }, {}, 'unknown'],
  [
    'one sign refused, another there',
    { registry: { [keys.rebootRequired]: refused, [keys.rebootPending]: {} } },
    {},
    'warn',
  ],
])
