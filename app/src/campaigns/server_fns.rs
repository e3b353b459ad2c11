use super::{CampaignList, CampaignPage};
use crate::{error::AppError, i18n::Lang};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{CampaignsPort, Slug};
#[cfg(feature = "ssr")]
use crate::visitor::port;

/// Lists public campaigns; see the port.
///
/// # Errors
/// As the port's method.
#[server(endpoint = "campaigns/list")]
pub async fn list_campaigns(lang: Lang, query: String, page: u32) -> Result<CampaignList, AppError> {
    port::<CampaignsPort>()?.list(lang, &query, page).await
}

/// Finds one public campaign; see the port.
///
/// # Errors
/// As the port's method; a slug that cannot be one is not found.
#[server(endpoint = "campaigns/find")]
pub async fn find_campaign(lang: Lang, slug: String) -> Result<CampaignPage, AppError> {
    let slug = Slug::parse(&slug).ok_or(AppError::NotFound)?;
    port::<CampaignsPort>()?.find(lang, &slug).await
}
