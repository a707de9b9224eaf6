// Maps the theme object to Fluent's tokens, so that both kinds of components look like one product.
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { type ColorScheme, theme } from './theme.ts';

export function fluentTheme(scheme: ColorScheme): Theme {
  const color = theme.colors[scheme];
  return {
    ...(scheme === 'dark' ? webDarkTheme : webLightTheme),
    fontFamilyBase: theme.font,
    fontSizeBase300: `${theme.textSize.body}px`,
    lineHeightBase300: '18px',
    colorNeutralBackground1: color.surface,
    colorNeutralBackground1Hover: color.hover,
    colorNeutralBackground1Pressed: color.sunken,
    colorNeutralForeground1: color.text,
    colorNeutralForeground1Hover: color.text,
    colorNeutralForeground2: color.text,
    colorNeutralForeground2Hover: color.text,
    colorNeutralForeground3: color['text-soft'],
    colorNeutralForegroundDisabled: color['text-faint'],
    colorNeutralStroke1: color.line,
    colorNeutralStroke2: color.line,
    colorBrandBackground: color['accent-fill'],
    colorBrandBackgroundHover: color['accent-hover'],
    colorBrandForeground1: color.accent,
    colorCompoundBrandForeground1: color.accent,
    colorStrokeFocus2: color.accent,
  };
}
