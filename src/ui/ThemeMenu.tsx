import { useState } from "react";
import Icon from "./Icon";
import Menu, { MenuItem } from "./Menu";
import { message } from "./message";
import { chooseTheme, chosenTheme, type Theme, themes } from "./theme";

const signs = { system: "system", light: "sun", dark: "moon" } as const satisfies Record<
  Theme,
  string
>;

/** The theme switch: the system's, light or dark. */
export default function ThemeMenu() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Menu label={message("theme")} face={<Icon name={signs[theme]} />} look="icon" align="end">
      {themes.map((choice) => (
        <MenuItem
          key={choice}
          checked={choice === theme}
          onChoose={() => {
            chooseTheme(choice);
            setTheme(choice);
          }}
        >
          {message(`theme.${choice}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
