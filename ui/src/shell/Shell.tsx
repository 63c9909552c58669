import { Link, Outlet, useRouterState, useSearch } from '@tanstack/react-router'
import { Building2, History, LayoutList } from 'lucide-react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useMyGroup } from '../acting'
import { useNewDay } from '../api/queries'
import { today } from '../days'
import { I18n, languageOf, useT } from '../i18n'
import { useMoment, type Search } from '../moment'
import { useKept } from '../settings'
import { ActingFor } from './ActingFor'
import { Announcer } from './Announcer'
import { Connection } from './Connection'
import { LookBackButton } from './LookBackButton'
import { Dress } from './Dress'
import { Shortcuts } from './Shortcuts'

const LookBack = lazy(() => import('./LookBack').then(({ LookBack: bar }) => ({ default: bar })))

export function Shell() {
  const search = useSearch({ strict: false }) as Search
  const keptLanguage = useKept('language')
  const keptTheme = useKept('theme')
  const { past } = useMoment()
  const [day] = useState(today)
  useNewDay(day)
  useEffect(() => {
    document.documentElement.dataset.theme = search.theme ?? keptTheme ?? ''
    document.documentElement.dataset.mode = past ? 'past' : 'present'
  }, [search.theme, keptTheme, past])
  return (
    <I18n language={languageOf(search.lang ?? keptLanguage)}>
      <Frame />
    </I18n>
  )
}

function Frame() {
  const { t } = useT()
  const { past } = useMoment()
  return (
    <>
      <a className="skip" href="#main">{t('skip')}</a>
      <header className="top">
        <div className="top-in">
          <Link to="/" className="brand" aria-label={t('app.home')}>
            <img src="/icon.svg" alt="" width="26" height="26" />
            <span>Waymark</span>
          </Link>
          <nav className="nav" aria-label={t('nav.label')}><Places /></nav>
          <div className="tools">
            {past || <Connection />}
            {past || <LookBackButton />}
            <ActingFor />
            <Dress />
          </div>
        </div>
        {past && <Suspense fallback={<div className="pastbar wait" />}><LookBack /></Suspense>}
      </header>
      <main id="main" tabIndex={-1}><Outlet /></main>
      <nav className="tabbar" aria-label={t('nav.label')}><Places /></nav>
      <Announcer />
      <Shortcuts />
    </>
  )
}

/** The navigation shows what there is, and nothing else. */
function Places() {
  const { t } = useT()
  const path = useRouterState({ select: state => state.location.pathname })
  const mine = useMyGroup()
  const is = (on: boolean) => (on ? { className: 'on', 'aria-current': 'page' as const } : {})
  return (
    <>
      <Link to="/" {...is(path === '/' || path.startsWith('/reviews'))}>
        <LayoutList size={17} aria-hidden /><span>{t('nav.reviews')}</span>
      </Link>
      <Link to="/org/$code" params={{ code: mine }} {...is(path.startsWith('/org'))}>
        <Building2 size={17} aria-hidden /><span>{t('nav.groups')}</span>
      </Link>
      <Link to="/history" {...is(path.startsWith('/history'))}>
        <History size={17} aria-hidden /><span>{t('nav.history')}</span>
      </Link>
    </>
  )
}
