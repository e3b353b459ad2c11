use leptos::nonce::use_nonce;
use leptos::prelude::*;
use std::sync::OnceLock;

/// Sets the theme that the reader chose before the page is painted, and keeps a new choice. Works on pages without WASM too. The
/// choice stays in the browser; the server is never told.
pub(super) const THEME_SCRIPT: &str = "\
try{const k='theme',e=document.documentElement,\
s=t=>{if(t=='dark'||t=='light')e.dataset.theme=t;else delete e.dataset.theme};\
s(localStorage[k]);\
addEventListener('DOMContentLoaded',()=>{const r=document.getElementById('theme-'+localStorage[k]);if(r)r.checked=true});\
addEventListener('change',v=>{if(v.target.name==k){const t=v.target.value;s(t);\
if(t=='system')localStorage.removeItem(k);else localStorage[k]=t}})}catch{}";

/// Addresses of the files that a build makes.
#[derive(Clone)]
pub(super) struct Assets {
    pub(super) stylesheet: String,
    script: String,
    wasm: String,
    vault_script: String,
    vault_wasm: String,
}

impl Assets {
    /// With the hashes of the file that the build leaves beside the binary, as Leptos's own `HydrationScripts` does it; plain names where
    /// the options say that there are none or the file is not there.
    pub(super) fn of(options: &LeptosOptions) -> Self {
        // The file belongs to the binary and cannot change under a running one.
        static HASHES: OnceLock<String> = OnceLock::new();
        let hashes =
            if options.hash_files { HASHES.get_or_init(|| read_hashes(&options.hash_file)).as_str() } else { "" };
        let named = |file: &str, kind: &str, plain: &str, end: &str| {
            let base = format!("/{}/{file}", options.site_pkg_dir);
            match hashes.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.trim() == kind) {
                Some((_, hash)) => format!("{base}.{}{end}", hash.trim()),
                None => format!("{base}{plain}{end}"),
            }
        };
        let name = |kind: &str, plain: &str, end: &str| named(&options.output_name, kind, plain, end);
        let plain_wasm = if option_env!("LEPTOS_OUTPUT_NAME").is_none() { "_bg" } else { "" };
        Self {
            stylesheet: name("css", "", ".css"),
            script: name("js", "", ".js"),
            wasm: name("wasm", plain_wasm, ".wasm"),
            vault_script: named("vault", "vault-js", "", ".js"),
            vault_wasm: named("vault", "vault-wasm", "", ".wasm"),
        }
    }
}

fn read_hashes(file: &str) -> String {
    let path = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join(file)));
    path.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default()
}

/// The script that fetches the WASM and wakes the islands of the page. Stands on pages that have some, before them.
///
/// It asks for both files at once, so that neither waits for the other, and only where scripts run: a preload link would have readers
/// without script load the WASM for nothing. `async` lets it begin before the page has come in full; it waits for that before it starts.
#[component]
pub(crate) fn Startup() -> impl IntoView {
    use_context::<Assets>().map(|Assets { script, wasm, .. }| {
        let script = format!(
            "const w=fetch({wasm:?}),d=new Promise(r=>document.readyState=='loading'?addEventListener('DOMContentLoaded',r):r());\
             import({script:?}).then(async m=>{{await m.default({{module_or_path:w}});await d;m.hydrate();\
             for(const e of document.querySelectorAll('leptos-island'))m[e.dataset.component](e)}})"
        );
        view! { <script r#type="module" r#async=true nonce=use_nonce()>{script}</script> }
    })
}

/// The script of key holders' pages, which is also that of their worker, and the address of the vault for it. Stands after what it wakes.
#[component]
pub(crate) fn VaultScript() -> impl IntoView {
    use_context::<Assets>().map(|Assets { vault_script, vault_wasm, .. }| {
        view! { <script src=vault_script data-wasm=vault_wasm nonce=use_nonce()></script> }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_are_used_without_hashes() {
        let options = LeptosOptions::builder().output_name("undersigned").site_pkg_dir("pkg").build();
        let assets = Assets::of(&options);
        assert_eq!(assets.stylesheet, "/pkg/undersigned.css");
        assert_eq!(assets.script, "/pkg/undersigned.js");
        assert!(assets.wasm.ends_with(".wasm"));
    }
}
