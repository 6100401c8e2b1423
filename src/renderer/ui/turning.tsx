import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import './turning.css'

/** Something is under way. It stands still for people who asked Windows for less motion. */
export const Turning = () => <ArrowSync20Regular className="turning tone-brand" />
