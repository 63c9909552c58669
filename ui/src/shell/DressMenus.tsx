import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { LANGUAGES, useT } from '../i18n'
import { useOpenAtOnce, type Pressed } from './OnDemand'

interface Choice extends Pressed {
  chosen: string
  choose: (value: string) => void
}

/** The header's two menus; each is loaded, and open, when its button is pressed first. */
export function LanguageMenu({ label, sign, look, chosen, choose }: Choice) {
  const { ref, trigger } = useOpenAtOnce()
  return (
    <MenuTrigger {...trigger}>
      <Button ref={ref} className={look} aria-label={label}>{sign}</Button>
      <Popover className="pop" placement="bottom end">
        <Menu className="menu" aria-label={label} selectionMode="single" selectedKeys={[chosen]} onAction={key => choose(String(key))}>
          {Object.entries(LANGUAGES).map(([code, { name }]) => (
            <MenuItem key={code} id={code} className="mi" textValue={name}><span lang={code}>{name}</span></MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export function ThemeMenu({ label, sign, look, chosen, choose }: Choice) {
  const { ref, trigger } = useOpenAtOnce()
  const { t } = useT()
  return (
    <MenuTrigger {...trigger}>
      <Button ref={ref} className={look} aria-label={label}>{sign}</Button>
      <Popover className="pop" placement="bottom end">
        <Menu className="menu" aria-label={label} selectionMode="single" selectedKeys={[chosen]} onAction={key => choose(String(key))}>
          <MenuItem id="system" className="mi">{t('theme.system')}</MenuItem>
          <MenuItem id="light" className="mi">{t('theme.light')}</MenuItem>
          <MenuItem id="dark" className="mi">{t('theme.dark')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
