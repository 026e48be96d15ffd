export * from "./model/finding"
