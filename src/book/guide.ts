export * from "../model/guide"
