import "./reports.css";

export { Fragment as default } from "react";
