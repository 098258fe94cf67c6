//! The headers that every host of the site sends, whatever server it is. The configurations in `deploy/` say
//! the same in each server's own words; `tests/deploy.rs` asks the real servers.

/// Nothing inline, nothing from elsewhere, and markup only through the one policy of `assets/trust.js`. The pages
/// carry it in a `<meta>` too, so that it holds on hosts that send no headers.
pub const CONTENT_SECURITY_POLICY: &str = include_str!("../../deploy/content-security-policy.txt");

/// Headers that are the same for every path.
const EVERYWHERE: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    // A sandboxed frame has the origin `null` and could fetch nothing otherwise. All of it is public.
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The headers of an answer. `path` is relative to the site's base: `en/embed/region/43/`.
pub fn headers(path: &str) -> Vec<(&'static str, String)> {
    let (ancestors, frame_options) = if is_embed(path) {
        ("*", None)
    } else {
        ("'self'", Some("SAMEORIGIN"))
    };
    let mut headers = vec![
        ("Cache-Control", cache_control(path).to_owned()),
        (
            "Content-Security-Policy",
            format!("{CONTENT_SECURITY_POLICY}; frame-ancestors {ancestors}"),
        ),
    ];
    headers.extend(frame_options.map(|value| ("X-Frame-Options", value.to_owned())));
    headers.extend(EVERYWHERE.map(|(name, value)| (name, value.to_owned())));
    headers
}

/// Anyone may frame an embed, and only an embed.
fn is_embed(path: &str) -> bool {
    let path = format!("/{path}");
    path.contains("/embed/")
}

/// A name that carries its content's hash never changes its content; all others are asked for again.
fn cache_control(path: &str) -> &'static str {
    if is_named_by_content(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// Whether a file's name carries its content's hash.
pub fn is_named_by_content(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut parts = name.split(['-', '.', '_']).skip(1);
    // What follows the hash is at least the extension.
    let is_hash =
        |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    parts.any(is_hash) && !name.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_cached_for_good() {
        let check = |name: &str, expected: &str| {
            assert!(cache_control(name).starts_with(expected), "{name}");
        };
        check("app-0123456789abcdef.css", "public");
        check("kbio-atlas-0123456789abcdef_bg.wasm", "public");
        check("index.html", "no-cache");
        check("lab_bg.wasm", "no-cache");
        check("0123456789abcdef.css", "no-cache");
        check("0123456789abcdef/index.html", "no-cache");
        check("", "no-cache");
    }

    #[test]
    fn only_embeds_are_framed_by_others() {
        #[track_caller]
        fn check(path: &str, ancestors: &str) {
            let headers = headers(path);
            let value = |name| {
                headers
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| value.as_str())
            };
            let policy = value("Content-Security-Policy").unwrap_or_default();
            let end = format!("; frame-ancestors {ancestors}");
            assert!(policy.ends_with(&end), "{path}: {policy}");
            assert_eq!(
                value("X-Frame-Options").is_none(),
                ancestors == "*",
                "{path}"
            );
        }
        check("", "'self'");
        check("embed-builder/", "'self'");
        check("embed/", "*");
        check("embed/region/43/", "*");
        check("en/embed/region/43/", "*");
    }
}
