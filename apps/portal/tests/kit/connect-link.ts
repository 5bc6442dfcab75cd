/** What a shop's plugin asks with. */
export const CONNECT_LINK = {
  site_url: 'https://shop.example',
  site_name: 'Example Shop',
  admin_email: 'admin@shop.example',
  return_url: 'https://shop.example/wp-admin/admin.php?page=genvoris',
  platform: 'wordpress',
  plugin_version: '1.4.2',
  state: 'q7Hc2V9sYx0dLm4RkTz8Wb1N',
};
