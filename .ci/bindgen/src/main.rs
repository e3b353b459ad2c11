//! `undersigned-bindgen INPUT.wasm FOLDER NAME`: writes FOLDER/NAME.js and FOLDER/NAME_bg.wasm for browsers, as
//! `wasm-bindgen --target web --no-typescript --omit-default-module-path` does.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let [_, input, folder, name] = &std::env::args().collect::<Vec<_>>()[..] else {
        return Err("usage: undersigned-bindgen INPUT.wasm FOLDER NAME".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?;
    bindgen.input_path(input).out_name(name).typescript(false).omit_default_module_path(true);
    Ok(bindgen.generate(folder)?)
}
