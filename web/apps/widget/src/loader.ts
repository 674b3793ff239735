import en from "virtual:texts/loader/en";
import fi from "virtual:texts/loader/fi";
import sv from "virtual:texts/loader/sv";
import { createTexts } from "@luukku/texts";

const language = document.documentElement.lang.slice(0, 2);
const t = createTexts(language === "sv" ? sv : language === "en" ? en : fi, language || "fi");

const button = document.createElement("button");
button.type = "button";
button.textContent = t("loader-open");
document.body.append(button);
