import { useData } from 'vitepress';
import { nextTick, onMounted, watch } from 'vue';

/**
 * Gives every page one main landmark and one footer, for those who jump between them: VitePress has no `<main>` on the
 * home page and where nothing was found, and a second `<footer>` around the links to the next page.
 */
export function useLandmarks(): void {
  const { frontmatter, page } = useData();
  const apply = async (): Promise<void> => {
    await nextTick();
    const content = document.querySelector('#VPContent');
    if (frontmatter.value['layout'] === 'home' || page.value.isNotFound === true) content?.setAttribute('role', 'main');
    else content?.removeAttribute('role');
    document.querySelector('.VPDocFooter')?.setAttribute('role', 'none');
  };
  onMounted(apply);
  watch([frontmatter, page], apply);
}
