/** An option as a person is asked for it. */
export interface ListedOption {
  /** What it is sent under. */
  readonly name: string;
  /** What a person sees. */
  readonly label: string;
  readonly description: string;
  readonly kind: 'text' | 'flag';
  readonly isRequired: boolean;
  readonly hasSuggestions: boolean;
  readonly maxLength: number;
}

/** A command, or one of its subcommands, as a person finds it. */
export interface ListedCommand {
  readonly name: string;
  readonly subcommand: string | null;
  /** 1: of the list, 3: of a message's menu. */
  readonly type: 1 | 3;
  readonly label: string;
  readonly description: string;
  readonly isForModerators: boolean;
  readonly options: readonly ListedOption[];
}
