import { useNavigate, useSearch } from '@tanstack/react-router'
import { Languages, Moon, Sun, SunMoon } from 'lucide-react'
import { lazy } from 'react'
import { useT } from '../i18n'
import type { Search } from '../moment'
import { keep, useKept } from '../settings'
import { OnDemand } from './OnDemand'

const LanguageMenu = lazy(() => import('./DressMenus').then(({ LanguageMenu: menu }) => ({ default: menu })))
const ThemeMenu = lazy(() => import('./DressMenus').then(({ ThemeMenu: menu }) => ({ default: menu })))

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
      <OnDemand
        opened={LanguageMenu} look="icon" menu label={t('menu.language')} sign={<Languages size={18} aria-hidden />} chosen={language}
        choose={value => choose('language', value)}
      />
      <OnDemand
        opened={ThemeMenu} look="icon" menu label={t('menu.theme')} sign={<Icon size={18} aria-hidden />} chosen={theme}
        choose={value => choose('theme', value === 'system' ? undefined : value)}
      />
    </>
  )
}
