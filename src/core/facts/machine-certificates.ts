import { defineProbe } from '../engine/probe.ts'
import { readCertificates } from '../readers/certificates.ts'

/** Certificates in LocalMachine\My. */
export const machineCertificates = defineProbe({
  id: 'machine-certificates',
  commands: ['machine-certificates'],
  read: ({ recording }) => {
    const output = recording.output('machine-certificates')
    return output.ok ? readCertificates(output.value.text) : output
  },
})
