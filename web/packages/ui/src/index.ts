export { Avatar, Kbd, Tag, type Tone } from './components/Badges.tsx';
export { Button, type ButtonProps, buttonClass, IconButton } from './components/Button.tsx';
export { CodeBlock, CopyButton } from './components/CodeBlock.tsx';
export { Dialog, Drawer, Modal } from './components/Dialog.tsx';
export {
  Checkbox,
  PasswordField,
  SearchField,
  SelectField,
  TextArea,
  TextField,
} from './components/Field.tsx';
export { FormDialog } from './components/FormDialog.tsx';
export { Page, Panel } from './components/Layout.tsx';
export { Mark } from './components/Mark.tsx';
export { Menu, MenuHeading, MenuItem, MenuSeparator } from './components/Menu.tsx';
export { MoreMenu } from './components/MoreMenu.tsx';
export { Mosaic } from './components/Mosaic.tsx';
export { Picker, type PickerOption } from './components/Picker.tsx';
export { Popover } from './components/Popover.tsx';
export { Segments } from './components/Segments.tsx';
export { EmptyState, ErrorState, Skeleton } from './components/States.tsx';
export { type Direction, SortHeader, Table } from './components/Table.tsx';
export { Toaster } from './components/Toaster.tsx';
export { dismissToast, showToast } from './components/toasts.ts';
export { usePopover } from './components/usePopover.ts';
export { useScrollable } from './components/useScrollable.ts';
export { copyText } from './copyText.ts';
export { focusWhenDrawn, passFocusOn } from './focus.ts';
export * from './icons/index.ts';
export { chartTheme, seriesColors } from './theme/chartTheme.ts';
export {
  type ColorScheme,
  type ColorSchemeChoice,
  chooseColorScheme,
  chooseDensity,
  type Density,
  useColorScheme,
  useColorSchemeChoice,
  useDensity,
} from './theme/colorScheme.ts';
export { cx } from './theme/cx.ts';
export { useNarrow } from './theme/useNarrow.ts';
