"""A mail server for tests, on 127.0.0.1. It says on standard output, one JSON object a line, where it listens and what it receives, and
ends when its standard input does.

What it does with a mail is in the recipient's local part: `FAULT-N` shows FAULT on the first N tries for that recipient and then takes
the mail; any other local part is taken at once. Faults: `later` (451), `never` (550), `spam` (554 to the content), `hang` (no answer to
the content), `slow` (an answer after a second), `drop` (hangs up instead of an answer).
"""

import argparse
import asyncio
import collections
import email
import email.policy
import json
import logging
import os
import ssl
import subprocess
import sys
import tempfile
import warnings

try:
    from aiosmtpd.smtp import SMTP, AuthResult
except ImportError:
    sys.exit(3)

# What clients do wrong here, they do on purpose.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

TAKE = "250 2.0.0 taken"


def say(**event):
    print(json.dumps(event), flush=True)


class Handler:
    def __init__(self, options):
        self.options = options
        self.tries = collections.Counter()
        self.mails = collections.Counter()

    def fault(self, recipient, *faults):
        name, _, times = recipient.split("@")[0].rpartition("-")
        if name not in faults:
            return None
        self.tries[recipient] += 1
        return name if self.tries[recipient] <= int(times) else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.options.refuse_sender:
            return f"553 5.7.1 <{address}> not yours"
        self.mails[session.peer] += 1
        if self.options.mails_per_connection and self.mails[session.peer] > self.options.mails_per_connection:
            await server.push("421 4.7.0 too many mails, goodbye")
            await hang_up(server)
        envelope.mail_from = address
        return "250 2.1.0 go on"

    async def handle_RCPT(self, server, session, envelope, address, options):
        fault = self.fault(address, "later", "never")
        if fault == "later":
            return f"451 4.7.1 <{address}> come back later"
        if fault == "never":
            return f"550 5.1.1 <{address}> nobody here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 go on"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        fault = self.fault(recipient, "spam", "hang", "slow", "drop")
        say(event="data", to=recipient)
        if fault == "spam":
            return f"554 5.7.1 <{recipient}> not this"
        if fault == "hang":
            await asyncio.Event().wait()
        if fault == "drop":
            await hang_up(server)
        if fault == "slow":
            await asyncio.sleep(1)
        report(server, session, envelope)
        return TAKE


async def hang_up(server):
    server.transport.close()
    # The session ends with its connection and this wait with it.
    await asyncio.Event().wait()


def report(server, session, envelope):
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    say(
        event="mail",
        connection=session.peer[1],
        encrypted=server.transport.get_extra_info("ssl_object") is not None,
        sender=envelope.mail_from,
        to=envelope.rcpt_tos,
        ascii=envelope.content.isascii(),
        headers={name.lower(): str(value) for name, value in message.items()},
        kind=message.get_content_type(),
        parts=[[part.get_content_type(), part.get_content()] for part in message.iter_parts()],
    )


def certificate(folder):
    """A certificate for `localhost` that is its own authority."""
    config, pem, key = (os.path.join(folder, name) for name in ("config", "certificate.pem", "key.pem"))
    with open(config, "w", encoding="ascii") as file:
        file.write(
            "[req]\ndistinguished_name=name\nx509_extensions=extensions\nprompt=no\n[name]\nCN=localhost\n"
            "[extensions]\nbasicConstraints=critical,CA:FALSE\nsubjectAltName=DNS:localhost\n"
        )
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(command + ["-config", config, "-keyout", key, "-out", pem], check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    return context, pem


async def main(options, folder):
    loop = asyncio.get_running_loop()
    handler = Handler(options)
    settings, implicit, pem = {}, None, None
    if options.tls:
        context, pem = certificate(folder)
        if options.tls == "implicit":
            implicit = context
        else:
            settings = {"tls_context": context, "require_starttls": True}
    if options.login:
        wanted = options.login.split(":")

        def authenticator(server, session, envelope, mechanism, data):
            return AuthResult(success=[data.login.decode(), data.password.decode()] == wanted, handled=False)

        settings |= {"authenticator": authenticator, "auth_required": True, "auth_require_tls": False}
    server = await loop.create_server(lambda: SMTP(handler, **settings), "127.0.0.1", options.port, ssl=implicit)
    say(event="listening", port=server.sockets[0].getsockname()[1], certificate=pem)
    await loop.run_in_executor(None, sys.stdin.read)
    # Sessions that hang are not waited for.
    os._exit(0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", choices=["implicit", "starttls"])
    parser.add_argument("--login", metavar="USER:PASSWORD")
    parser.add_argument("--refuse-sender", action="store_true")
    parser.add_argument("--mails-per-connection", type=int, default=0)
    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(main(parser.parse_args(), temporary))
