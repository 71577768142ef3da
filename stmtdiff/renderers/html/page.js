"use strict";
for (const bracket of document.querySelectorAll("b")) bracket.setAttribute("aria-hidden", "true");
