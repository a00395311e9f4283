import { type ComponentType, use } from 'react'
import { loadMessages, type Namespace } from '../i18n/i18n.tsx'

type Module = { default: ComponentType }

/**
 * A page that arrives when it is asked for, together with its messages. `preload` asks before it is shown;
 * a page that is already here renders at once, which React.lazy would not do.
 */
export function lazyPage(load: () => Promise<Module>, ...namespaces: Namespace[]) {
  let coming: Promise<Module> | undefined
  let here: Module | undefined
  const preload = () => {
    coming ??= Promise.all([load(), loadMessages(...namespaces)]).then(([module]) => {
      here = module
      return module
    })
    return coming
  }
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each page, while the route table is read
  const Page = () => {
    const { default: Content } = here ?? use(preload())
    return <Content />
  }
  return Object.assign(Page, { preload })
}
