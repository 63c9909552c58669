import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '../i18n'
import { keep } from '../settings'

const LIST = [
  ['g r', 'keys.reviews'], ['g o', 'keys.groups'], ['g h', 'keys.history'], ['j k', 'keys.rows'], ['Enter', 'keys.open'],
  ['[ ]', 'keys.step'], ['Esc', 'keys.present'], ['?', 'keys.list'],
] as const

/** What `?` shows; loaded then. */
export function ShortcutList({ close, off }: { close: () => void; off: boolean }) {
  const { t } = useT()
  return (
    <ModalOverlay isOpen onOpenChange={open => open || close()} isDismissable className="overlay">
      <Modal className="modal small">
        <Dialog className="modal-in">
          <Heading slot="title" className="pop-h">{t('keys.title')}</Heading>
          <dl className="keys">
            {LIST.map(([keys, meaning]) => (
              <div key={keys}><dt>{keys.split(' ').map(key => <kbd key={key}>{key}</kbd>)}</dt><dd>{t(meaning)}</dd></div>
            ))}
          </dl>
          <div className="form-f">
            <Button className="btn ghost" onPress={() => keep('shortcuts', off ? undefined : 'off')}>{t(off ? 'keys.turnOn' : 'keys.turnOff')}</Button>
            <Button className="btn solid" slot="close">{t('close')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
