import { useSyncExternalStore } from 'react'

const query = '(max-width: 720px)'

function listen(heard: () => void) {
  const media = matchMedia(query)
  media.addEventListener('change', heard)
  return () => media.removeEventListener('change', heard)
}

/** A phone: cards instead of tables. */
export const useNarrow = () => useSyncExternalStore(listen, () => matchMedia(query).matches)
