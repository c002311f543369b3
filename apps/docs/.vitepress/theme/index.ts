import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import * as live from '../../live/index.ts';
import { useLandmarks } from './landmarks.ts';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  setup: useLandmarks,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries(live)) app.component(name, component);
  },
};

export default theme;
