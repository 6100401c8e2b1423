import { Beaker24Regular } from '@fluentui/react-icons/svg/beaker'
import './machine-picker.css'
import type { Welcome } from '../../../shared/ipc-contract.ts'
import { useApp } from '../../store/use-app.ts'
import { ComboBox } from '../../ui/combo-box.tsx'

const Picker = ({ machines, simulatedOnly }: Pick<Welcome, 'machines' | 'simulatedOnly'>) => {
  const name = useApp(({ form }) => form.machine)
  const chooseMachine = useApp((state) => state.chooseMachine)
  const find = (id: string | null) => machines.find((machine) => machine.name === id)
  return (
    <div className="picker">
      <Beaker24Regular className="picker-icon" />
      <ComboBox
        label="Simulated machine"
        choices={machines.map(({ name: id, title, story }) => ({ id, title, text: story }))}
        chosen={name}
        onChoose={(id) => {
          const machine = find(id)
          if (machine !== undefined) chooseMachine(machine)
        }}
      />
      <p className="picker-text">{find(name)?.story ?? simulatedOnly}</p>
    </div>
  )
}

/** Only where a simulated machine can be asked: on other systems than Windows, or when one was named at the start. */
export const MachinePicker = () => {
  const greeting = useApp((state) => state.greeting)
  if (greeting.phase !== 'ready') return null
  const { welcome } = greeting
  return welcome.simulatedOnly === null && welcome.chosen === null ? null : <Picker {...welcome} />
}
