"""What it means when Slack refuses a token or cannot be reached, and what to do about it."""

from __future__ import annotations

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.background import describe
from bot.errors import ConnectionRefusedBySlackError, TokenRefusedError

_ADVICE = {
    "invalid_auth": "the token is wrong or was revoked; copy it anew from the app's settings",
    "not_authed": "the token is missing; copy it from the app's settings",
    "account_inactive": "the app was uninstalled; install it to the workspace again",
    "token_revoked": "the token was revoked; install the app to the workspace again",
    "token_expired": "the token has expired; copy a new one from the app's settings and switch token rotation off",
    "not_allowed_token_type": "this is the wrong kind of token: xoxb-… for SLACK_BOT_TOKEN, xapp-… for SLACK_APP_TOKEN",
    "missing_scope": "the token lacks a scope; compare app_manifest.yml and install the app again",
    "access_denied": "the token may not do this; compare app_manifest.yml and install the app again",
}
_ONLY_THIS_CALL = {"not_allowed_token_type", "missing_scope", "access_denied"}


def refusal_of(setting: str, code: str) -> ConnectionRefusedBySlackError:
    """Return what Slack's error code for a token means; ``setting`` names the token."""
    said = f"{setting}: Slack says {code}: {_ADVICE.get(code, 'see https://docs.slack.dev/reference/methods')}"
    return (TokenRefusedError if code in _ADVICE else ConnectionRefusedBySlackError)(said)


def is_token_refused(refusal: SlackApiError) -> bool:
    """Tell whether no call with that token can succeed any more."""
    code = error_code(refusal)
    return code in _ADVICE and code not in _ONLY_THIS_CALL


def error_code(refusal: SlackApiError) -> str:
    """Return Slack's error code, or the HTTP status where there is none: a proxy's page, or no body at all."""
    response = refusal.response
    try:
        return str(response["error"])
    except (KeyError, TypeError, ValueError, AttributeError):
        status = getattr(response, "status_code", None) or getattr(response, "status", "unknown error")
        return f"status {status}"


def explain(failure: Exception, address: str) -> ConnectionRefusedBySlackError:
    """Return why Slack cannot be reached; quotes no address but ``address``, as others may be secret."""
    retry_after_s = 0.0
    match failure:
        case aiohttp.ClientResponseError():
            what = f"it answers with status {failure.status}"
            asked = failure.headers.get("Retry-After", "") if failure.headers else ""
            retry_after_s = float(asked) if asked.isdecimal() else 0.0
        case SlackApiError():
            what = f"it answers with {error_code(failure)}"
        case TimeoutError():
            what = "it does not answer in time"
        case _:
            what = describe(failure)
    advice = "Check the network, HTTPS_PROXY and https://slack-status.com"
    return ConnectionRefusedBySlackError(f"Slack cannot be reached at {address}: {what}. {advice}", retry_after_s)
