"""How the program looks: colours, fonts, icons, signs, the keyboard's frame."""
