import { existsSync, readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';

/** The pages of a folder of `site` in the order of its `order.json`, which holds VitePress' own sidebar items. */
export function orderedPages(folder: string): DefaultTheme.SidebarItem[] {
  const order = new URL(`../site/${folder}/order.json`, import.meta.url);
  if (!existsSync(order)) return [];
  return JSON.parse(readFileSync(order, 'utf8')) as DefaultTheme.SidebarItem[];
}
