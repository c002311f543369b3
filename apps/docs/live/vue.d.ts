// The Vue plugin of the site's build turns these files into components.
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
