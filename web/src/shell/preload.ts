/** What the frame opens over the page is fetched once it is needed, or about to be. */
export const loadFind = () => import('./Find.tsx')
export const loadMore = () => import('./MoreSheet.tsx')
export const loadKeys = () => import('./KeysDialog.tsx')

export function preloadFind(): void {
  // Should it fail, opening it tries again and says so.
  loadFind().catch(() => undefined)
}
