import { useNavigate, useSearch } from '@tanstack/react-router'
import { Languages, Moon, Sun, SunMoon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { LANGUAGES, useT } from '../i18n'
import type { Search } from '../moment'
import { keep, useKept } from '../settings'

/** Language and light: kept in this browser; an address that names them has precedence until the reader chooses. */
export function Dress() {
  const { t, language } = useT()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const keptTheme = useKept('theme')
  const theme = search.theme ?? keptTheme ?? 'system'
  const Icon = theme === 'light' ? Sun : theme === 'dark' ? Moon : SunMoon
  const choose = (name: 'language' | 'theme', value: string | undefined) => {
    keep(name, value)
    const inAddress = name === 'language' ? 'lang' : 'theme'
    if (search[inAddress]) void navigate({ to: '.', replace: true, search: before => ({ ...before, [inAddress]: undefined }) as never })
  }
  return (
    <>
      <MenuTrigger>
        <Button className="icon" aria-label={t('menu.language')}><Languages size={18} aria-hidden /></Button>
        <Popover className="pop" placement="bottom end">
          <Menu
            className="menu" aria-label={t('menu.language')} selectionMode="single" selectedKeys={[language]}
            onAction={key => choose('language', String(key))}
          >
            {Object.entries(LANGUAGES).map(([code, { name }]) => (
              <MenuItem key={code} id={code} className="mi" textValue={name}><span lang={code}>{name}</span></MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <MenuTrigger>
        <Button className="icon" aria-label={t('menu.theme')}><Icon size={18} aria-hidden /></Button>
        <Popover className="pop" placement="bottom end">
          <Menu
            className="menu" aria-label={t('menu.theme')} selectionMode="single" selectedKeys={[theme]}
            onAction={key => choose('theme', key === 'system' ? undefined : String(key))}
          >
            <MenuItem id="system" className="mi">{t('theme.system')}</MenuItem>
            <MenuItem id="light" className="mi">{t('theme.light')}</MenuItem>
            <MenuItem id="dark" className="mi">{t('theme.dark')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  )
}
