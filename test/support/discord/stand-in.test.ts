import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  Events,
  LabelBuilder,
  Locale,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type Interaction,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { openSchemaCheck } from './schema-check.ts';
import { sharedOpenApiFile } from './stand-in.ts';
import { logIn, openForTest } from './with-client.ts';

const schemas = openSchemaCheck(sharedOpenApiFile);

/** Answers every interaction with the given function; what it throws fails the test as an unhandled rejection. */
function onInteraction(client: Client, answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

function buttons(...ids: readonly string[]) {
  const row = new ActionRowBuilder<ButtonBuilder>();
  return row.addComponents(
    ids.map((id) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary)),
  );
}

describe('openDiscordStandIn', () => {
  it('lets a real client log in, become ready and know its guild and permissions', async () => {
    const standIn = await openForTest({ guilds: [{ name: '讀者', channels: [{ name: 'news' }] }] });
    const client = await logIn(standIn, { presence: { status: 'idle' } });
    const guild = client.guilds.cache.first();
    expect(guild?.name).toBe('讀者');
    expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true);
    expect(standIn.identifies).toBe(1);
    expect(standIn.presence).toMatchObject({ status: 'idle' });
    expect(standIn.violations).toEqual([]);
  });

  it('shows a deferred private answer from its deferral to its last edit', async () => {
    const standIn = await openForTest();
    onInteraction(await logIn(standIn), async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const asked = `${interaction.options.getSubcommand()} ${String(interaction.options.getString('question'))}`;
      await interaction.editReply({
        content: `${asked} ${interaction.locale}`,
        components: [buttons('more')],
      });
      await interaction.followUp({ content: 'later', flags: MessageFlags.Ephemeral });
    });
    const command = standIn.build.command('ask', {
      subcommand: 'now',
      options: { question: '何時？', private: true, count: 3 },
      from: { locale: Locale.Japanese, guildLocale: Locale.ChineseTW },
    });
    const reply = await standIn.interact(command, { until: ({ followups }) => followups.length === 1 });
    expect(reply).toMatchObject({ isDeferred: true, isEphemeral: true, callbackType: 5, refusals: [] });
    expect(reply.ackMs).toBeLessThan(3_000);
    expect(reply.message?.content).toBe('now 何時？ ja');
    expect(reply.message?.components).toMatchObject([{ id: 1, components: [{ id: 2, custom_id: 'more' }] }]);
    expect(reply.followups).toMatchObject([{ content: 'later', flags: MessageFlags.Ephemeral }]);
    expect(standIn.violations).toEqual([]);
  });

  it('returns messages that are valid by the description of Discord', async ({ skip }) => {
    skip(schemas.state !== 'on', schemas.state);
    const standIn = await openForTest();
    onInteraction(await logIn(standIn), async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'hello', components: [buttons('a')] });
    });
    const { message } = await standIn.interact(standIn.build.command('ask'));
    const written = standIn.sendMessage({ content: 'hello' });
    expect(schemas.checkEntity('MessageResponse', message)).toEqual([]);
    expect(schemas.checkEntity('MessageResponse', written)).toEqual([]);
    expect(schemas.checkEntity('UserResponse', standIn.world.reader)).toEqual([]);
  });

  it.each([
    ['guild', true, true],
    ['bot-dm', false, false],
    ['user-install-guild', false, true],
    ['private-channel', false, false],
  ] as const)('asks in the place %s as Discord does', async (place, isCached, hasMember) => {
    const standIn = await openForTest();
    onInteraction(await logIn(standIn), async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { member, context, authorizingIntegrationOwners: owners } = interaction;
      const seen = [interaction.inCachedGuild(), member !== null, context, Object.keys(owners).length];
      await interaction.reply({ content: JSON.stringify(seen) });
    });
    const reply = await standIn.interact(standIn.build.command('ask', { from: { place } }));
    const context = { guild: 0, 'bot-dm': 1, 'user-install-guild': 0, 'private-channel': 2 }[place];
    expect(reply.message?.content).toBe(JSON.stringify([isCached, hasMember, context, 2]));
    expect(standIn.violations).toEqual([]);
  });

  it('lets buttons and selects be used on what the bot sent, and on nothing else unless forged', async () => {
    const standIn = await openForTest();
    const select = new StringSelectMenuBuilder()
      .setCustomId('pick')
      .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
    onInteraction(await logIn(standIn), async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({
          content: 'choose',
          components: [
            buttons('a', 'b'),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
          ],
        });
      if (interaction.isButton()) await interaction.update({ content: `pressed ${interaction.customId}` });
      if (!interaction.isStringSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: `chose ${interaction.values.join()}`, components: [] });
    });
    const { build } = standIn;
    const { message } = await standIn.interact(build.command('ask'));
    if (message === undefined) throw new Error('no message');
    const pressed = await standIn.interact(build.button(message, 'b'));
    expect(pressed.message).toMatchObject({ id: message.id, content: 'pressed b' });
    const chosen = await standIn.interact(build.select(message, 'pick', { values: ['2'] }));
    expect(standIn.findMessage(message.id)).toMatchObject({ content: 'chose 2', components: [] });
    expect(chosen.callbackType).toBe(6);
    expect(() => build.button(message, 'c')).toThrow('offers a, b, pick, not c');
    expect((await standIn.interact(build.button(message, 'c', { isForged: true }))).callbackType).toBe(7);
    expect(standIn.violations).toEqual([]);
  });

  it('asks for choices while an option is typed', async () => {
    const standIn = await openForTest();
    onInteraction(await logIn(standIn), async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}…`, value: `${typed} ${interaction.commandName}` }]);
    });
    const typing = standIn.build.autocomplete('pull', { options: { article: '地震' }, focused: 'article' });
    const { choices } = await standIn.interact(typing);
    expect(choices).toEqual([{ name: '地震…', value: '地震 pull' }]);
    expect(standIn.violations).toEqual([]);
  });

  it('fills in a modal that a button opened, and updates the message of the button', async () => {
    const standIn = await openForTest();
    const input = new TextInputBuilder().setCustomId('reason').setStyle(TextInputStyle.Short);
    const label = new LabelBuilder().setLabel('Why?').setTextInputComponent(input);
    onInteraction(await logIn(standIn), async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'why?', components: [buttons('why')] });
      if (interaction.isButton())
        await interaction.showModal(
          new ModalBuilder().setCustomId('form').setTitle('Reasons').addLabelComponents(label),
        );
      if (interaction.isModalSubmit() && interaction.isFromMessage())
        await interaction.update({ content: interaction.fields.getTextInputValue('reason') });
    });
    const { message } = await standIn.interact(standIn.build.command('ask'));
    if (message === undefined) throw new Error('no message');
    const { modal } = await standIn.interact(standIn.build.button(message, 'why'));
    if (modal === undefined) throw new Error('no modal');
    expect(() => standIn.build.modal(modal, { cause: 'x' })).toThrow('no field cause');
    const reply = await standIn.interact(standIn.build.modal(modal, { reason: 'سؤال' }, { message }));
    expect(reply.message).toMatchObject({ id: message.id, content: 'سؤال' });
    expect(standIn.violations).toEqual([]);
  });

  it('hands a message command the text of its target', async () => {
    const standIn = await openForTest();
    onInteraction(await logIn(standIn), async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply({ content: `about ${interaction.targetMessage.content}` });
    });
    const target = standIn.sendMessage({ content: 'hello' });
    const reply = await standIn.interact(standIn.build.messageCommand('Check', target));
    expect(reply.message).toMatchObject({ content: 'about hello', type: 23 });
  });

  it('withholds the text of messages that are not meant for the bot', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    const seen: string[] = [];
    const all = new Promise<void>((resolve) => {
      client.on(Events.MessageCreate, ({ content }) => {
        seen.push(content);
        if (content === 'end') resolve();
      });
    });
    const channelId = standIn.world.channels.keys().next().value ?? '';
    const channel = await client.channels.fetch(channelId);
    if (channel?.isSendable() !== true) throw new Error('no channel');
    const own = await channel.send({ content: 'own' });
    const replyTo = standIn.findMessage(own.id);
    if (replyTo === undefined) throw new Error('no message');
    standIn.sendMessage({ content: 'among us' });
    standIn.sendMessage({ content: `<@${client.user.id}> 你好` });
    standIn.sendMessage({ content: 'a reply', replyTo });
    standIn.sendMessage({ content: 'a silent reply', replyTo, isPinging: false });
    standIn.sendMessage({ content: 'end', isDirect: true });
    await all;
    expect(seen).toEqual(['own', '', `<@${client.user.id}> 你好`, 'a reply', '', 'end']);
    expect(standIn.violations).toEqual([]);
  });

  it('keeps channel messages that can be edited, fetched and deleted', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    const channelId = standIn.world.channels.keys().next().value ?? '';
    const channel = await client.channels.fetch(channelId);
    if (channel?.isSendable() !== true) throw new Error('no channel');
    const text = new TextDisplayBuilder().setContent('新聞');
    const components = [new ContainerBuilder().addTextDisplayComponents(text)];
    const sent = await channel.send({ components, flags: MessageFlags.IsComponentsV2 });
    await sent.edit({ components: [text], flags: MessageFlags.IsComponentsV2 });
    const fetched = await channel.messages.fetch({ message: sent.id, force: true });
    expect(fetched.components).toHaveLength(1);
    await channel.send({ content: 'with a file', files: [{ attachment: Buffer.from('a'), name: 'a.txt' }] });
    expect(standIn.requests.at(-1)).toMatchObject({ body: { content: 'with a file' }, files: ['a.txt'] });
    await sent.delete();
    expect(standIn.messagesIn(channelId).map(({ content }) => content)).toEqual(['with a file']);
    await expect(channel.messages.fetch(sent.id)).rejects.toMatchObject({ code: 10008, status: 404 });
    expect(standIn.violations).toEqual([]);
  });

  it('registers commands for everywhere and for a guild, which interactions then name by id', async () => {
    const standIn = await openForTest();
    const client = await logIn(standIn);
    const guildId = standIn.world.guilds.keys().next().value ?? '';
    const data = { name: 'ask', description: 'Asks.', default_member_permissions: '32', nsfw: false };
    await client.application.commands.set([data]);
    await client.application.commands.set([{ ...data, name: 'pull' }], guildId);
    expect((await client.application.commands.permissions.fetch({ guild: guildId })).size).toBe(0);
    const [ask] = standIn.commands.global;
    expect(ask?.name).toBe('ask');
    expect(standIn.commands.inGuild(guildId).map(({ name }) => name)).toEqual(['pull']);
    expect(standIn.build.command('ask').data.id).toBe(ask?.id);
    expect(standIn.violations).toEqual([]);
  });
});
